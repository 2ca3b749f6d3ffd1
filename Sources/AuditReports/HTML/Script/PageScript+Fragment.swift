extension PageScript {
  /// What the address says behind `#`: a view (`verdict=critical&tenant=contoso`) or the anchor of
  /// a subject or finding.
  static let fragment = #"""
    const address = () => location.href.split("#")[0];

    const remember = (asked) => {
      const words = asked.toString();
      // Where a viewer forbids it the view has no address of its own, and works all the same.
      try { history.replaceState(null, "", words ? "#" + words : address()); } catch {}
    };
    const changed = () => {
      const wanted = asked();
      show(wanted);
      remember(wanted);
    };

    // Sets the controls to a view. A name that is not among the choices becomes one.
    const restore = (wanted) => {
      for (const control of form.elements) {
        const values = wanted.getAll(control.name ?? "");
        if (control.type === "checkbox") {
          control.checked = values.includes(control.value);
        } else if (control.name) {
          const value = values[0] ?? "";
          const isChoice = control.classList.contains("open");
          if (isChoice && !Array.from(control.options).some((option) => plain(option.value) === value)) {
            control.add(new Option(value, value));
          }
          const same = Array.from(control.options ?? []).find((option) => plain(option.value) === value);
          control.value = control.options ? same?.value ?? "" : value;
        }
      }
      show(asked());
    };

    const open = (details) => {
      for (; details; details = details.parentElement.closest("details")) details.open = true;
    };
    const reveal = (target) => {
      const row = target.closest("#rows > li");
      if (!row) return;
      if (row.hidden) restore(new URLSearchParams());
      open(target.closest("details"));
      open(target.querySelector("details"));
      target.scrollIntoView();
      // What is laid out on the way moves it once more.
      requestAnimationFrame(() => target.scrollIntoView());
    };
    const follow = () => {
      const word = location.hash.slice(1);
      if (word.includes("=")) {
        restore(new URLSearchParams(word));
        at("subjects").scrollIntoView();
      } else if (!word) {
        restore(new URLSearchParams());
      } else {
        const target = at(word);
        if (target) reveal(target);
      }
    };

    """#
}
