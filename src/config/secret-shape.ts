/** Whether a key says that its value is a secret: `signing_secret`, `apiKey`, `token`. */
export function isSecretKey(key: string): boolean {
  return secretKey.test(key);
}

/** Whether a text looks like a secret itself: a vendor's prefix, or a run that nobody would pick as a name. */
export function looksLikeSecret(text: string): boolean {
  return vendorPrefix.test(text) || text.split(/[^A-Za-z0-9]+/).some(isRandomRun);
}

const secretKey =
  /(?:^(?:key|pass|pwd|bearer)|secret|token|password|passphrase|credential|[_-](?:pass|pwd)|(?:api|secret|private|signing|access|auth|shared|hmac|webhook|encryption)[_-]?key)s?(?:[_-](?:value|base64|hex|text|raw))?$/i;

const vendorPrefix =
  /(?:^|[^A-Za-z0-9])(?:wh(?:sec|sk)_|(?:sk|rk|pk)_(?:live|test)_|gh[opsur]_|github_pat_|glpat-|xox[a-z]-|shp(?:ss|at)_|AKIA[A-Z0-9]|SG\.|-----BEGIN )/;

function isRandomRun(run: string): boolean {
  if (run.length < 16) return false;
  const classes = [/[a-z]/, /[A-Z]/, /\d/].filter((pattern) => pattern.test(run)).length;
  if (run.length >= 24 && classes === 3) return true;
  // Names end in a digit or two; random text keeps changing between digits and letters.
  const changes = run.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g);
  return (changes?.length ?? 0) >= 4;
}
