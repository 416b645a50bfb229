/** A place where something is about to be. */
function Bone({ className }: { className: string }) {
  return <div className={`animate-pulse-soft rounded-md bg-line ${className}`} />;
}

/** Cards in the shape of what comes: the numbers are the rows of each, 0 is a card about a person. */
export function CardSkeletons({ label, cards }: { label: string; cards: readonly number[] }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-6">
      {cards.map((rows, index) => (
        <div key={index} className="rounded-card border border-line bg-surface">
          {rows === 0 ? <PersonSkeleton /> : <RowSkeletons rows={rows} />}
        </div>
      ))}
    </div>
  );
}

function PersonSkeleton() {
  return (
    <div className="flex min-h-32 items-center gap-5 p-5 sm:p-6">
      <Bone className="size-18 shrink-0 rounded-full!" />
      <div className="flex min-w-0 flex-col gap-3">
        <Bone className="h-5 w-40" />
        <Bone className="h-3.5 w-56 max-w-full" />
      </div>
    </div>
  );
}

function RowSkeletons({ rows }: { rows: number }) {
  return (
    <>
      <div className="px-4 pt-5 pb-3 sm:px-5">
        <Bone className="h-4 w-28" />
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className="flex min-h-15 items-center gap-6 px-4 not-last:border-line not-last:border-b sm:px-5"
        >
          <div className="flex-1 items-center gap-6 max-sm:space-y-2 sm:flex">
            <Bone className="h-3.5 w-24 sm:me-20" />
            <Bone className="h-3.5 w-40 max-w-full" />
          </div>
          <Bone className="h-8 w-14" />
        </div>
      ))}
    </>
  );
}

/** Lines with a sign before them, inside of a card that is there already. */
export function LineSkeletons({ label, lines }: { label: string; lines: number }) {
  return (
    <div role="status" aria-label={label} className="divide-y divide-line">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="flex min-h-20 items-center gap-4 px-4 sm:px-5">
          <Bone className="size-10 shrink-0 rounded-full!" />
          <div className="flex min-w-0 flex-1 flex-col gap-2.5">
            <Bone className="h-4 w-48 max-w-full" />
            <Bone className="h-3 w-72 max-w-full" />
          </div>
        </div>
      ))}
    </div>
  );
}
