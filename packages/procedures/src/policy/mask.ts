/** An address that its owner recognises and nobody else learns: `a••@example.com`, `••••0123`. */
export function mask(address: string) {
  const [local = '', domain] = address.split('@');
  return domain === undefined ? `••••${address.slice(-4)}` : `${local.slice(0, 1)}••@${domain}`;
}
