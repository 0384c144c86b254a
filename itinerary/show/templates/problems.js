"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const count = form.querySelector(".count");
  const nothing = document.getElementById("nothing");
  const selects = [...form.querySelectorAll("select")];
  const cards = [...document.querySelectorAll(".card")].map((element) => ({
    element,
    has: Object.fromEntries(selects.map(({ name }) => [name, JSON.parse(element.dataset[name])])),
  }));
  const sections = [...document.querySelectorAll("section")];

  const show = () => {
    const wanted = selects.filter(({ value }) => value);
    let shown = 0;
    for (const { element, has } of cards) {
      const fits = wanted.every(({ name, value }) => has[name].includes(value));
      element.hidden = !fits;
      shown += fits;
    }
    for (const section of sections) {
      const left = section.querySelectorAll(".card:not([hidden])").length;
      section.hidden = !left;
      section.querySelector(".number").textContent = left;
    }
    nothing.hidden = shown > 0;
    count.textContent = count.dataset.text.replace("{shown}", shown);
  };

  const read = () => {
    const address = new URLSearchParams(location.hash.slice(1));
    for (const select of selects) {
      const value = address.get(select.name) ?? "";
      // Somebody whose problems are all solved since the address was sent.
      if (![...select.options].some((option) => option.value === value)) {
        select.add(new Option(value, value));
      }
      select.value = value;
    }
    show();
  };

  const write = () => {
    const chosen = selects.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    const address = new URLSearchParams(chosen).toString();
    history.replaceState(null, "", address ? `#${address}` : location.pathname + location.search);
    show();
  };

  form.addEventListener("change", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const select of selects) select.value = "";
    write();
  });
  addEventListener("hashchange", read);
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  form.hidden = false;
  read();
})();
