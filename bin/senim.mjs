#!/usr/bin/env node
// The operator's command line.
import { join } from 'node:path'
import { launch, root } from './launch.mjs'

launch([join(root, 'src/cli.ts'), ...process.argv.slice(2)], { watched: true })
