import { useEffect, useState } from 'react';

type QrCodeProps = { text: string; label: string };

/** Black on white in every theme, or cameras do not read it. Drawn here: the secret goes to nobody. */
export function QrCode({ text, label }: QrCodeProps) {
  const [drawn, setDrawn] = useState<{ size: number; path: string } | null>(null);
  useEffect(() => {
    let isGone = false;
    import('uqr').then(
      ({ encode }) => {
        const { data, size } = encode(text, { ecc: 'M', border: 3 });
        if (!isGone) setDrawn({ size, path: data.map(rowPath).join('') });
      },
      // The key beside it does the same.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [text]);
  if (!drawn) return <div className="size-44 animate-pulse-soft rounded-control bg-line" />;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${drawn.size} ${drawn.size}`}
      shapeRendering="crispEdges"
      className="size-44 rounded-control border border-line forced-color-adjust-none"
    >
      <rect width={drawn.size} height={drawn.size} fill="#fff" />
      <path d={drawn.path} fill="#000" />
    </svg>
  );
}

function rowPath(row: readonly boolean[], y: number) {
  return row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('');
}
