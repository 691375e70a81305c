export interface Members {
  readonly members: unknown;
  readonly isWhole: boolean;
}

/** The members of an object in JSON; where it is torn, those that are whole. */
export function wholeMembers(json: string): Members {
  try {
    return { members: JSON.parse(json), isWhole: true };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const end = endOfLastMember(json);
  try {
    return { members: end === 0 ? {} : JSON.parse(`${json.slice(0, end)}}`), isWhole: false };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { members: {}, isWhole: false };
  }
}

/** Where the last list or object ends that is a value of the outermost object; 0 where none does. */
function endOfLastMember(json: string): number {
  let depth = 0;
  let end = 0;
  for (const { 0: token, index } of json.matchAll(TOKEN)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    if (depth === 1 && (token === '}' || token === ']')) end = index + 1;
  }
  return end;
}

/** Brackets, and the strings that may hold some. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
