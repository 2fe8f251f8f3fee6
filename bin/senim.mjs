#!/usr/bin/env node
// The operator's command line. What belongs to Senim is named from its own folder; what the operator names, from where they stand (SENIM_CWD).
import { join } from 'node:path'
import { launch, root } from './launch.mjs'

launch([join(root, 'src/cli.ts'), ...process.argv.slice(2)], { watched: true, at: root })
