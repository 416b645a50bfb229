/** Phone numbers are written in many ways, and case is no sign of a mistake. The server has the last word. */
export function isConfirmed(typed: string, wanted: string) {
  return plain(typedText(typed)) === plain(wanted);
}

/** What was typed, without what a copied text may bring along: spaces, and the marks that keep its direction. */
export function typedText(text: string) {
  return text.replace(/[\u2066-\u2069]/g, '').trim();
}

function plain(text: string) {
  return text.replace(/[+(). -]/g, '').toLowerCase();
}
