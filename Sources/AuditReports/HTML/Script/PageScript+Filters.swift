extension PageScript {
  /// What is shown of the rows, and in which order.
  static let filters = #"""
    let known;
    const rows = () => known ??= Array.from(list.children, (row, place) => {
      // Single classes only: what combines them is looked for in the whole page, once for each row.
      const part = (name) => row.querySelector(name);
      const text = (name) => plain(part(name)?.textContent ?? "");
      return {
        row, place,
        verdict: row.classList.contains("suppressed") ? "suppressed" : row.classList[0],
        tenant: text(".t"), owner: plain(part(".o").firstElementChild.textContent), kind: text(".k"),
        change: text(".c") || "unchanged",
        tag: Array.from(row.querySelectorAll(".g"), (tag) => plain(tag.textContent)),
        name: text("h3"), end: part(".e").firstElementChild?.dateTime ?? "9999",
      };
    });
    const textOf = (entry) => entry.text ??= entry.row.textContent.toLowerCase();

    // What the controls ask for, without what asks for nothing.
    const asked = () => {
      const asked = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (plain(value)) asked.append(name, plain(value));
      }
      return asked;
    };

    const test = (asked) => {
      const words = (asked.get("q") ?? "").toLowerCase().split(" ").filter(Boolean);
      const [verdicts, change, tag] =
        [asked.getAll("verdict"), asked.get("change"), asked.get("tag")];
      const exact = ["tenant", "owner", "kind"].filter((name) => asked.has(name))
        .map((name) => [name, asked.get(name)]);
      return (entry) => (!verdicts.length || verdicts.includes(entry.verdict))
        && exact.every(([name, value]) => entry[name] === value)
        && (!tag || entry.tag.includes(tag))
        && (!change || (change === "any" ? entry.change !== "unchanged" : entry.change === change))
        && words.every((word) => textOf(entry).includes(word));
    };

    const keys = new Map([
      ["end", (entry) => entry.end], ["name", (entry) => entry.name],
      ["tenant", (entry) => entry.tenant], ["owner", (entry) => entry.owner],
    ]);
    let order = "";
    const sort = (wanted) => {
      if (wanted === order) return;
      order = wanted;
      const key = keys.get(order);
      const sorted = rows().slice().sort((one, other) =>
        (key ? compare(key(one), key(other)) : 0) || one.place - other.place);
      // Emptied first: a list numbers anew what follows each row that is put into its midst.
      list.replaceChildren();
      for (let from = 0; from < sorted.length; from += 4000) {
        list.append(...sorted.slice(from, from + 4000).map((entry) => entry.row));
      }
    };

    let isFiltered = false;
    const show = (asked) => {
      sort(asked.get("order") ?? "");
      const wasFiltered = isFiltered;
      isFiltered = Array.from(asked.keys()).some((name) => name !== "order");
      if (!isFiltered && !wasFiltered) return;
      const fits = test(asked);
      let shown = 0;
      for (const entry of rows()) {
        const isShown = !isFiltered || fits(entry);
        if (entry.row.hidden === isShown) entry.row.hidden = !isShown;
        if (isShown) shown += 1;
      }
      nothing.hidden = shown > 0;
      count.textContent =
        isFiltered ? `${number(shown)} of ${number(rows().length)} shown` : whole;
    };

    """#
}
