import { ROOT_CONTEXT } from '@opentelemetry/api';
import type { Context, ContextManager as OtelContextManager } from '@opentelemetry/api';
import { activeContext, runIn } from './context-storage';

/** Carries the trace's context along inside a workflow; takes the place of the interceptors' own class in the bundle. */
export class ContextManager implements OtelContextManager {
  active(): Context {
    return activeContext() ?? ROOT_CONTEXT;
  }

  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    context: Context,
    fn: F,
    thisArg?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return runIn(context, () => fn.apply(thisArg, args));
  }

  bind<T>(context: Context, target: T): T {
    if (typeof target !== 'function') return target;
    const call = target as unknown as (...args: unknown[]) => unknown;
    return ((...args: unknown[]) => runIn(context, () => call(...args))) as T;
  }

  enable(): this {
    return this;
  }

  /** Called when one workflow leaves the cache; the others go on using the storage. */
  disable(): this {
    return this;
  }
}
