/**
 * A page with what stands between two marks made anew; the rest stays as it is.
 *
 * @throws Error for a page that has not both marks, in this order and once each
 */
export function betweenMarks(page: string, [begin, end]: readonly [begin: string, end: string], text: string): string {
  const [before, rest, ...more] = page.split(begin);
  const [, after, ...others] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined || more.length + others.length > 0) {
    throw new Error(`The page must hold the marks ${begin} and ${end}, in this order and once each`);
  }
  return `${before}${begin}\n\n${text}\n\n${end}${after}`;
}
