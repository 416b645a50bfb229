import { Fragment, type ReactNode } from 'react';

/** Several facts in one line. Each keeps its own direction, whichever way the page runs. */
export function Parts({ parts }: { parts: readonly ReactNode[] }) {
  return parts.filter(Boolean).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && ' · '}
      <bdi>{part}</bdi>
    </Fragment>
  ));
}
