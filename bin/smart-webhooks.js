#!/usr/bin/env node
// All the work is in src/cli; this file only gives it a name in the path.
import "../dist/cli.js";
