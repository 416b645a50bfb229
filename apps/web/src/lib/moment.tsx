import { formatMoment, formatRelative } from './format.ts';
import { useLocale } from './use-locale.ts';

type MomentProps = { at: number; className?: string };

/** How far away a moment is ("3 days ago"); the moment itself shows on hover and is read by machines. */
export function Moment({ at, className }: MomentProps) {
  const locale = useLocale();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatMoment(at, locale)}
      {...(className ? { className } : {})}
    >
      {formatRelative(at, locale)}
    </time>
  );
}
