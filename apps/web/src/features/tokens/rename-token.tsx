import { fieldErrors, TokenRename } from '@account/procedures/schemas';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { useFailure } from '../../lib/use-failure.tsx';
import { Button } from '../../ui/button.tsx';
import { rowClass } from '../../ui/card.tsx';
import { controlClass, ErrorLine, Field } from '../../ui/field.tsx';
import { showToast } from '../../ui/toast.tsx';

type RenameTokenProps = { name: string; onClose: () => void };

/** The row of a token while its name is being changed. Enter saves, Escape leaves everything as it was. */
export function RenameToken({ name, onClose }: RenameTokenProps) {
  const { t } = useTranslation(['tokens', 'shell']);
  const [newName, setNewName] = useState(name);
  const { tokens } = trpc.useUtils();
  const update = trpc.tokens.update.useMutation();
  const read = TokenRename.safeParse({ name, newName });
  const [isTried, setTried] = useState(false);
  const found = isTried && !read.success ? fieldErrors(read.error.issues) : [];
  const failure = useFailure({ error: update.error, found, paths: ['newName'] });
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);

  // Not before: a list without this token has no place for what went wrong.
  const close = () => {
    onClose();
    void tokens.list.invalidate();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!read.success || update.isPending) return;
    if (read.data.newName === name) return close();
    const renamed = await update.mutateAsync(read.data).catch(() => undefined);
    if (!renamed) return input.current?.focus();
    tokens.list.setData(
      undefined,
      (list) =>
        list && { ...list, tokens: list.tokens.map((token) => (token.name === name ? renamed : token)) },
    );
    showToast({ text: t('renamed', { name: renamed.name }) });
    close();
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) close();
  };
  return (
    <li className={`${rowClass} animate-rise bg-sunken/60 py-4`}>
      <form
        noValidate
        aria-label={t('renameToken', { name })}
        onSubmit={(event) => void submit(event)}
        onKeyDown={leave}
        className="flex flex-col gap-4"
      >
        <Field label={t('name')} error={failure.at('newName')}>
          {(control) => (
            <input
              {...control}
              ref={input}
              type="text"
              autoComplete="off"
              className={controlClass}
              value={newName}
              onChange={({ target }) => {
                setNewName(target.value);
                update.reset();
              }}
            />
          )}
        </Field>
        <ErrorLine>{failure.rest}</ErrorLine>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" aria-disabled={update.isPending}>
            {t('save')}
          </Button>
          <Button onClick={close}>{t('shell:cancel')}</Button>
        </div>
      </form>
    </li>
  );
}
