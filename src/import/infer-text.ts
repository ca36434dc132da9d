/** What texts have in common that can be told for sure: their format, or the few words they are all of. */
export function inferText(texts: readonly string[]): { readonly format?: string; readonly enum?: readonly string[] } {
  const format = [...FORMATS].find(([, isFormat]) => texts.every(isFormat))?.[0];
  if (format !== undefined) return { format };
  const values = wordsOf(texts);
  return values ? { enum: values } : {};
}

/** Ids and names differ in each payload, or stay what they are for one account: only words that come back are a closed set. */
const FEWEST_VALUES = 3;
const MOST_VALUES = 12;
const FEWEST_TIMES = 2;

function wordsOf(texts: readonly string[]): readonly string[] | undefined {
  const times = new Map<string, number>();
  for (const text of texts) {
    if (!isWord(text)) return undefined;
    times.set(text, (times.get(text) ?? 0) + 1);
    if (times.size > MOST_VALUES) return undefined;
  }
  const isClosed = times.size >= FEWEST_VALUES && [...times.values()].every((count) => count >= FEWEST_TIMES);
  return isClosed ? [...times.keys()].toSorted() : undefined;
}

function isWord(text: string): boolean {
  return text.length <= 40 && /^[A-Za-z]+(?:[_.-][A-Za-z]+)*$/.test(text);
}

const FORMATS: ReadonlyMap<string, (text: string) => boolean> = new Map([
  // https://www.rfc-editor.org/rfc/rfc3339#section-5.6
  ["date-time", (text) => /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))],
  ["date", (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text)],
  ["uuid", (text) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)],
  ["uri", (text) => /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(text) && URL.canParse(text)],
  ["email", (text) => text.length <= 254 && /^[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(text)],
]);

/** Whether the calendar has the day: JavaScript takes the 30th of February for the 1st of March. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
