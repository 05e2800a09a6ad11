// Elements of the page. Whatever people typed goes in as text; nothing here makes markup of a string.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);

// An element with attributes and children. A function among the attributes listens to the event of its name; a child
// that is no element becomes text, and one that is empty is left out.
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (key === "value" || key === "checked") made[key] = value;
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  for (const child of children.flat()) {
    if (child === undefined || child === null || child === false || child === "") continue;
    made.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return made;
}

const counted = (n, one, many) => `${n} ${n === 1 ? one : many}`;

// The day by the phone's clock, in its own time zone: "2026-11-24".
function today() {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// The labelled field of a form.
function field(label, input) {
  return element("label", {}, label, input);
}

// A choice of exertion, from nothing to the most.
function exertion(value, label, change) {
  const options = ["", "1", "2", "3", "4", "5", "6", "6.5", "7", "7.5", "8", "8.5", "9", "9.5", "10"];
  const select = element("select", { change, "aria-label": label },
    options.map((option) => element("option", { value: option }, option === "" ? "–" : option)));
  select.value = value || "";
  return select;
}
