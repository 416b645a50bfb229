/** Under which name the build lists the code of the page at a path: that of its file in `features`. */
export function pageName(path: string) {
  const [, first = ''] = path.split(/[/?#]/);
  return `${first || 'overview'}-page`;
}
