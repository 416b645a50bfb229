/** Phone numbers are written in many ways, and case is no sign of a mistake. The server has the last word. */
export function isConfirmed(typed: string, wanted: string) {
  return plain(typed) === plain(wanted);
}

function plain(text: string) {
  return text.replace(/[+(). -]/g, '').toLowerCase();
}
