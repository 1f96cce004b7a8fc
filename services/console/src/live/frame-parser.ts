/** One frame of a server-sent event stream: an event, or only a new position. */
export interface StreamFrame {
  event: string;
  id: string | null;
  data: string | null;
}

/** A frame larger than this is none of ours; what comes after it is read again. */
const LONGEST_FRAME = 1_000_000;

/** Takes a stream apart into frames, however its text is cut into pieces. */
export class FrameParser {
  private rest = '';

  /** The frames that are whole with this piece. */
  take(piece: string): StreamFrame[] {
    this.rest = (this.rest + piece).replaceAll('\r\n', '\n');
    const parts = this.rest.split('\n\n');
    this.rest = parts.pop() ?? '';
    if (this.rest.length > LONGEST_FRAME) this.rest = '';
    return parts.map(frameOf).filter((frame) => frame !== null);
  }
}

function frameOf(text: string): StreamFrame | null {
  const frame: StreamFrame = { event: 'message', id: null, data: null };
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const [field, value] = colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
    if (field === 'event') frame.event = value;
    else if (field === 'id') frame.id = value;
    else if (field === 'data') frame.data = frame.data === null ? value : `${frame.data}\n${value}`;
  }
  return frame.id === null && frame.data === null ? null : frame;
}
