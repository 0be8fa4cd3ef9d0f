/** A parameter is a name in braces. With + after its name, it matches the rest of the path. */
const parameter = /^\{([^{}+]+)(\+?)\}$/;

/** The values of a path's parameters. The match with the lowest `rank` has the most specific pattern. */
export interface PathMatch {
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly rank: string;
}

/** Matches a path's decoded segments with a pattern such as `/orders/{orderId}` or `/files/{path+}`; undefined if they do not match. */
export function matchPath(pattern: string, segments: readonly string[]): PathMatch | undefined {
  const wanted = pattern.split('/').slice(1);
  const pathParameters: Record<string, string> = {};
  let rank = '';
  for (const [index, segment] of wanted.entries()) {
    const value = segments[index];
    const [, name, greedy] = parameter.exec(segment) ?? [];
    if (value === undefined) return undefined;
    if (name === undefined) {
      if (segment !== value) return undefined;
      rank += '0';
    } else if (greedy === '+') {
      const rest = segments.slice(index).join('/');
      return rest === '' ? undefined : { pathParameters: { ...pathParameters, [name]: rest }, rank: `${rank}2` };
    } else {
      if (value === '') return undefined;
      pathParameters[name] = value;
      rank += '1';
    }
  }
  return segments.length === wanted.length ? { pathParameters, rank } : undefined;
}
