#!/usr/bin/env node
// All the work is in src/cli; this file only gives it a name in the path.
// oxlint-disable-next-line import/no-unassigned-import
import "../dist/cli.js";
