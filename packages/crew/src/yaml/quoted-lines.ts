type Quote = '"' | "'";

const OPENING = /^(\s*)(?:-\s+)*[^\s#"'-][^:"']*:\s+(["'])(.*)$/;
const BLOCK = /^(\s*)(?:-\s+)*[^\s#][^:]*:\s+[>|][-+\d]*\s*(?:#.*)?$/;

/**
 * The text with the further lines of quoted texts indented. Python's YAML lets them begin in any column, others want them
 * to the right of their key. Spaces at the beginning of such a line are no part of the text, so nothing else changes.
 */
export function withIndentedQuotes(text: string): string {
  let open: { readonly quote: Quote; readonly indent: string } | undefined;
  let block: number | undefined;
  const rows = text.split("\n").map((row) => {
    if (open !== undefined) {
      const indented = row.trim() === "" ? row : `${open.indent}${row}`;
      if (closes(row, open.quote)) open = undefined;
      return indented;
    }
    const indent = row.length - row.trimStart().length;
    if (block !== undefined && (row.trim() === "" || indent > block)) return row;
    block = BLOCK.test(row) ? indent : undefined;
    const [, before = "", quote, rest = ""] = OPENING.exec(row) ?? [];
    if ((quote === '"' || quote === "'") && !closes(rest, quote)) open = { quote, indent: `${before}  ` };
    return row;
  });
  return rows.join("\n");
}

/** Whether the quote ends in the row: one that is escaped, or doubled, does not. */
function closes(row: string, quote: Quote): boolean {
  const rest = quote === '"' ? row.replace(/\\./g, "") : row.replace(/''/g, "");
  return rest.includes(quote);
}
