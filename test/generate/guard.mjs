// Preloaded into a generator under test: what it must never do is refused and written down.
import { appendFileSync } from "node:fs";
import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

function forbid(owner, name) {
  owner[name] = () => {
    appendFileSync(process.env.FORBIDDEN_LOG, `${name}\n`);
    throw new Error(`${name} is forbidden here`);
  };
}

forbid(net.Socket.prototype, "connect");
forbid(dgram, "createSocket");
for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) forbid(dns, name);
for (const name of ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"]) forbid(childProcess, name);
forbid(globalThis, "fetch");
forbid(globalThis, "eval");
syncBuiltinESMExports();
