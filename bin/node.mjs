#!/usr/bin/env node
// Runs the given file on the pinned Node.
import { launch } from './launch.mjs'

launch(process.argv.slice(2))
