/** A readable id that is the same in every run, in the form of Logto's: `[0-9a-z]`, 21 characters (people: 12). */
export function fixedId(name: string, length = 21): string {
  return name
    .replace(/[^0-9a-z]/g, '')
    .slice(0, length)
    .padEnd(length, '0');
}
