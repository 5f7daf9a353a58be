import { useEffect, useRef, useState, type ChangeEvent } from 'react';

/** Long enough that a word is asked for once, and not letter by letter. */
const pauseMs = 300;

/**
 * An input whose text is asked of the hub. What is typed stands there at once; `onChange` follows when the typing
 * pauses, and what is known elsewhere must not come over what somebody types meanwhile.
 */
export function useTypedText(known: string, onChange: (text: string) => void) {
  const [text, setText] = useState(known);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (waiting.current === undefined) setText(known);
  }, [known]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return {
    value: text,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
      const typed = target.value;
      setText(typed);
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => {
        waiting.current = undefined;
        onChange(typed);
      }, pauseMs);
    },
  };
}
