import type { ComponentProps } from 'react';

const looks = {
  primary:
    'bg-accent-strong text-on-accent hover:bg-accent-hover border-transparent forced-colors:border-[ButtonBorder]',
  secondary: 'bg-surface text-ink hover:bg-hover border-line-strong/60',
  quiet: 'text-accent hover:bg-hover border-transparent',
  plain: 'text-ink hover:bg-hover border-transparent',
  danger: 'bg-surface text-danger hover:bg-danger-soft border-danger/50',
};

export type ButtonLook = keyof typeof looks;

type ButtonProps = ComponentProps<'button'> & { look?: ButtonLook };

export function Button({ look = 'secondary', className = '', type = 'button', ...props }: ButtonProps) {
  return <button type={type} className={`${buttonClass(look)} ${className}`} {...props} />;
}

/** For links that look like a button. */
export function buttonClass(look: ButtonLook = 'secondary') {
  return `inline-flex min-h-9 items-center justify-center gap-2 rounded-control border px-3.5 py-1.5 text-center text-sm font-medium transition-colors disabled:opacity-55 aria-disabled:opacity-55 ${looks[look]}`;
}
