extension PageScript {
  /// Copying a fix or a link.
  static let copying = #"""
    // Browsers that give a page opened from a file no clipboard still copy what is selected.
    const copySelected = (text) => {
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "hush";
      area.setAttribute("aria-hidden", "true");
      document.body.append(area);
      area.select();
      let isCopied = false;
      try { isCopied = document.execCommand("copy"); } catch {}
      area.remove();
      return isCopied;
    };
    let silence;
    const say = (words) => {
      clearTimeout(silence);
      said.textContent = "";
      // A status that is set twice in one turn is not read out.
      setTimeout(() => { said.textContent = words; }, 30);
      silence = setTimeout(() => { said.textContent = ""; }, 4000);
    };
    const copy = async (text, what) => {
      const focused = document.activeElement;
      let isCopied = true;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        isCopied = copySelected(text);
        focused?.focus();
      }
      say(isCopied ? `${what} copied` : "This browser lets nothing be copied; select the text by hand");
    };

    """#
}
