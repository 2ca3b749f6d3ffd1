extension PageScript {
  /// Paper shows what is wrong in full, and as it was on the screen again afterwards.
  static let printing = #"""
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = Array.from(document.querySelectorAll(".finding > details:not([open])"));
      for (const details of closed) details.open = true;
    });
    addEventListener("afterprint", () => {
      for (const details of closed) details.open = false;
    });

    """#

  /// The listeners, and what the address asks for.
  static let start = #"""
    let typing;
    form.addEventListener("input", (event) => {
      clearTimeout(typing);
      if (event.target.type === "search") typing = setTimeout(changed, 120);
      else changed();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    // The controls are as they were only once the event is over.
    form.addEventListener("reset", () => setTimeout(changed));
    at("all").addEventListener("click", () => {
      form.reset();
      form.elements.q.focus();
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a.link, .copy, #share");
      if (!link) return;
      if (link.id === "share") copy(location.href, "Link to this view");
      else if (link.hash) copy(address() + link.hash, "Link");
      else copy(link.parentElement.querySelector("bdi").textContent, "Fix");
    });
    const permalink = (id, text, label) => {
      const link = document.createElement("a");
      link.className = "link";
      link.href = "#" + id;
      link.textContent = text;
      if (label) link.setAttribute("aria-label", label);
      return link;
    };
    // Rows and checks that passed get their links when somebody looks at them.
    document.addEventListener("toggle", ({target}) => {
      if (!target.classList.contains("proof") || target.querySelector("a.link")) return;
      for (const check of target.querySelectorAll("dt[id]")) {
        check.append(" ", permalink(check.id, "#", "Link to this check"));
      }
      target.append(permalink(target.closest("li").id, "Link to this subject"));
    }, true);
    // Without a script these lead to all rows; with it, to those that they count.
    for (const link of document.querySelectorAll("a[data-filter]")) {
      link.hash = new URLSearchParams([[link.dataset.filter, plain(link.dataset.value)]]).toString();
    }
    addEventListener("hashchange", follow);
    document.documentElement.classList.add("js");
    form.hidden = false;
    if (location.hash) follow();

    """#
}
