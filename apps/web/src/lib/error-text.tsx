import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from './errors.ts';
import { useCountdown } from './use-countdown.ts';

/** Any error in the person's words: what to do next, the time to wait, and the number to quote when we cannot tell. */
export function ErrorText({ error }: { error: unknown }) {
  const { t } = useTranslation('errors');
  const failure = failureOf(error);
  if (failure.kind === 'cancelled') return null;
  if (failure.kind !== 'problem') return <>{t(failure.kind)}</>;
  const { code, requestId, retryAfterSeconds } = failure.problem;
  if (code === 'TOO_MANY_REQUESTS' && retryAfterSeconds)
    return <Wait seconds={retryAfterSeconds} key={requestId} />;
  if (code === 'LAST_WAY_IN') return <LastWayIn />;
  if (code !== 'UNKNOWN' && code !== 'LOGTO_UNAVAILABLE') return <>{t(`problem.${code}`)}</>;
  return (
    <>
      {t(`problem.${code}`)} {t('reference', { requestId })}
    </>
  );
}

/** Another way in is added on a page of its own. */
function LastWayIn() {
  const { t } = useTranslation(['errors', 'shell']);
  return (
    <>
      {t('errors:problem.LAST_WAY_IN')}{' '}
      <Link
        to="/sign-in/{-$method}"
        params={{ method: undefined }}
        className="font-medium text-accent underline underline-offset-2"
      >
        {t('shell:navigation.signIn')}
      </Link>
    </>
  );
}

function Wait({ seconds }: { seconds: number }) {
  const { t } = useTranslation('errors');
  const [endsAt] = useState(() => Date.now() + seconds * 1000);
  const left = useCountdown(endsAt);
  // Read out once: a reader that says every second is of no use to anybody.
  return <span aria-live="off">{left > 0 ? t('wait', { count: left }) : t('waited')}</span>;
}
