import { type ComponentProps, useState } from 'react';

type CodeInputProps = Pick<
  ComponentProps<'input'>,
  'id' | 'aria-invalid' | 'aria-describedby' | 'readOnly'
> & {
  value: string;
  onChange: (code: string) => void;
  /** Called as soon as the last digit is there. */
  onComplete: (code: string) => void;
};

const length = 6;

/**
 * A code of six digits. It is one input over six drawn boxes, so that pasting, the keyboard's suggestion of a code that
 * just came, undo and screen readers work as in any field.
 */
export function CodeInput({ value, onChange, onComplete, ...control }: CodeInputProps) {
  const [hasFocus, setFocus] = useState(false);
  const change = (text: string) => {
    const code = digits(text).slice(0, length);
    if (code === value) return;
    onChange(code);
    if (code.length === length) onComplete(code);
  };
  return (
    <div dir="ltr" className="relative max-w-72">
      <div aria-hidden="true" className="grid grid-cols-6 gap-2">
        {Array.from({ length }, (_, box) => (
          <span
            key={box}
            className={`flex h-12 items-center justify-center rounded-control border bg-surface font-mono text-xl ${
              control['aria-invalid'] ? 'border-danger' : 'border-line-strong'
            } ${hasFocus && box === Math.min(value.length, length - 1) ? 'outline-2 outline-accent' : ''}`}
          >
            {value[box]}
          </span>
        ))}
      </div>
      <input
        {...control}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={({ target }) => change(target.value)}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
        // The caret is drawn by the boxes, which know the end only.
        onSelect={({ currentTarget: input }) => {
          const isCaret = input.selectionStart === input.selectionEnd;
          if (isCaret && input.selectionEnd !== value.length) {
            input.setSelectionRange(value.length, value.length);
          }
        }}
        className="absolute inset-0 size-full cursor-text bg-transparent text-base text-transparent caret-transparent outline-none selection:bg-accent/25 selection:text-transparent"
      />
    </div>
  );
}

/** As typed with any keyboard: a Chinese one may write full-width digits, an Arabic one its own. */
function digits(text: string) {
  const latin = text.normalize('NFKC').replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  // Senders put spaces between.
  return latin.replace(/\D/g, '');
}
