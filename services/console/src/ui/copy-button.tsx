import type { ReactNode } from 'react';
import { IconButton } from './button';
import { toast } from './toast';

interface Props {
  /** What is copied. */
  text: () => string;
  /** What the button does: `Copy the link`. */
  label: string;
  /** What is said when it was done: `Link copied`. */
  done: string;
  icon: ReactNode;
  className?: string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label, done, icon, className }: Props): ReactNode {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      toast(done);
    } catch {
      toast(`This browser does not let the page copy. By hand: ${text()}`);
    }
  };
  return <IconButton label={label} icon={icon} className={className} onClick={copy} />;
}
