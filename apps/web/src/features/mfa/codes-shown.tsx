import { Printer } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusInvalid } from '../../lib/use-focus-invalid.ts';
import { useSignInName } from '../../lib/use-sign-in-name.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { controlClass, Field } from '../../ui/field.tsx';
import { SecretBox } from '../../ui/secret-box.tsx';

type CodesShownProps = { codes: readonly string[]; onDone: () => void };

/** The only time that the codes can be read: the way out is to type one of them. */
export function CodesShown({ codes, onDone }: CodesShownProps) {
  const { t } = useTranslation(['mfa', 'shell']);
  const heading = t('codes.forAccount', { name: useSignInName(), product: t('shell:product') });
  const [typed, setTyped] = useState('');
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, tries);
  const id = useId();
  const finish = (event: FormEvent) => {
    event.preventDefault();
    if (codes.some((code) => plain(code) === plain(typed))) onDone();
    else setTries(tries + 1);
  };
  return (
    <Dialog
      title={t('codes.shownTitle')}
      actions={
        <Button type="submit" form={id} look="primary">
          {t('finish')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{t('codes.shownText')}</p>
        <SecretBox
          label={t('codes.label')}
          text={[heading, '', ...codes].join('\n')}
          copy={{ label: t('codes.copy'), done: t('codes.copied') }}
          download={{ label: t('codes.download'), fileName: t('codes.fileName') }}
          actions={
            <Button look="quiet" onClick={() => print()}>
              <Printer aria-hidden="true" className="size-4" />
              {t('codes.print')}
            </Button>
          }
        >
          <div data-print>
            <p className="mb-4 hidden font-sans print:block">{heading}</p>
            <ul className="grid grid-cols-2 gap-x-4 gap-y-1 tabular-nums">
              {codes.map((code) => (
                <li key={code}>{code}</li>
              ))}
            </ul>
          </div>
        </SecretBox>
        <form id={id} ref={form} noValidate onSubmit={finish} className="text-ink">
          <Field
            label={t('codes.check')}
            hint={t('codes.checkHint')}
            error={tries > 0 ? t('codes.differs') : undefined}
          >
            {(control) => (
              <input
                {...control}
                type="text"
                dir="ltr"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={64}
                className={`${controlClass} font-mono`}
                value={typed}
                onChange={({ target }) => {
                  setTyped(target.value);
                  setTries(0);
                }}
              />
            )}
          </Field>
        </form>
      </div>
    </Dialog>
  );
}

/** As people copy it from paper. */
function plain(code: string) {
  return code.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase();
}
