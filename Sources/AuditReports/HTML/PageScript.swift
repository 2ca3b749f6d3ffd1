/// Search, filter, order and printing. The page says all it has to say without it.
enum PageScript {
  /// It only reads attributes and text and sets `hidden`, `open` and `textContent`: nothing out of
  /// the report is ever parsed as markup or run.
  static let text = """
    (() => {
      "use strict";
      const body = document.getElementById("rows");
      const form = document.getElementById("controls");
      const count = document.getElementById("count");
      if (!body || !form || !count) return;
      const field = (id) => document.getElementById(id);
      const [search, verdict, tenant, owner, order] =
        ["search", "verdict", "tenant", "owner", "order"].map(field);
      const compare = new Intl.Collator("en", {numeric: true}).compare;
      const rows = Array.from(body.rows, (row, place) => ({row, place, data: row.dataset}));
      const omitted = count.textContent;

      const fill = (select, name) => {
        const words = new Set(rows.map((entry) => entry.data[name]).filter(Boolean));
        for (const word of Array.from(words).sort(compare)) select.add(new Option(word, word));
      };
      fill(tenant, "tenant");
      fill(owner, "owner");

      const text = (entry) => entry.text ??= entry.row.textContent.toLowerCase();
      const filter = () => {
        const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
        let shown = 0;
        for (const entry of rows) {
          const fits = (!verdict.value || entry.data.verdict === verdict.value)
            && (!tenant.value || entry.data.tenant === tenant.value)
            && (!owner.value || entry.data.owner === owner.value)
            && words.every((word) => text(entry).includes(word));
          if (entry.row.hidden === fits) entry.row.hidden = !fits;
          if (fits) shown += 1;
        }
        count.textContent = shown === rows.length
          ? omitted : `${shown} of ${rows.length} credentials fit`;
      };

      const keys = {
        end: (entry) => entry.data.end || "9999",
        name: (entry) => entry.data.name,
        owner: (entry) => entry.data.owner || "\\uffff",
      };
      const sort = () => {
        const key = keys[order.value];
        const sorted = rows.slice().sort((one, other) =>
          (key ? compare(key(one), key(other)) : 0) || one.place - other.place);
        body.append(...sorted.map((entry) => entry.row));
      };

      // A link to a row that the filter hides takes the filter away.
      const reveal = () => {
        const target = document.getElementById(location.hash.slice(1));
        if (!target || !target.hidden) return;
        for (const control of [search, verdict, tenant, owner]) control.value = "";
        filter();
        target.scrollIntoView();
      };

      for (const control of [search, verdict, tenant, owner]) {
        control.addEventListener("input", filter);
      }
      order.addEventListener("input", sort);
      form.addEventListener("submit", (event) => event.preventDefault());
      addEventListener("hashchange", reveal);
      for (const tile of document.querySelectorAll(".tile a")) {
        tile.addEventListener("click", () => {
          verdict.value = tile.dataset.verdict;
          filter();
        });
      }
      let closed = [];
      addEventListener("beforeprint", () => {
        closed = Array.from(document.querySelectorAll("details:not([open])"));
        for (const details of closed) details.open = true;
      });
      addEventListener("afterprint", () => {
        for (const details of closed) details.open = false;
      });
      form.hidden = false;
      filter();
    })();

    """
}
