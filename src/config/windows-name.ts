/** Whether Windows keeps a name for a device (`con`, `lpt1`), so that no file or folder can have it. */
export function isWindowsDevice(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
}
