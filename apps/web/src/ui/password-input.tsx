import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { controlClass } from './field.tsx';

type PasswordInputProps = ComponentProps<'input'> & {
  autoComplete: 'current-password' | 'new-password';
  show: string;
  hide: string;
};

/** A password, and a way to read what one has typed. */
export function PasswordInput({ show, hide, ...props }: PasswordInputProps) {
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div dir="ltr" className="relative">
      <input
        {...props}
        type={isShown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={256}
        className={`${controlClass} pe-11`}
      />
      <button
        type="button"
        aria-label={isShown ? hide : show}
        aria-controls={props.id}
        onClick={() => setShown(!isShown)}
        className="absolute inset-y-0 end-0 flex w-10 items-center justify-center rounded-control text-soft hover:text-ink"
      >
        <Icon aria-hidden="true" className="size-4.5" />
      </button>
    </div>
  );
}

/** Tells password managers whose password it is. */
export function HiddenUsername({ value }: { value: string }) {
  return <input type="text" name="username" autoComplete="username" value={value} readOnly hidden />;
}
