/** Lets the browser save a text as a file. */
export function saveFile(text: string, { name, type = 'text/plain' }: { name: string; type?: string }) {
  const address = URL.createObjectURL(new Blob([`${text}\n`], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
