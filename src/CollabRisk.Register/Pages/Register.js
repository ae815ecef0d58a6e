// A little more comfort where scripts run; everything works without.
"use strict";

// What was typed into other forms of the page and is not sent yet, by the id of the field.
const typedBeside = form => [...document.querySelectorAll("main :is(input, select, textarea)[id]")]
  .filter(field => field.form !== form && (field.matches("select") ? !field.selectedOptions[0]?.defaultSelected : field.value !== field.defaultValue))
  .map(field => [field.id, field.value]);

// An answer, or a step of the plan, is sent without leaving the page, so that the eye stays where it is and nothing is lost that was typed into another
// step. Whatever goes wrong, the form is sent as forms are.
document.addEventListener("submit", async event => {
  const form = event.target;
  if (form.method !== "post" || !(form.closest(".ask") || document.querySelector("ol.steps"))) {
    return;
  }

  event.preventDefault();
  const button = event.submitter;
  const data = new FormData(form, button);
  form.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(data), redirect: "follow" });
    const type = answer.headers.get("content-type") || "";
    if (!type.startsWith("text/html")) {
      throw new Error("not a page");
    }

    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.querySelector("header.top").replaceWith(page.querySelector("header.top"));
    const typed = form.closest(".ask") ? [] : typedBeside(form);
    document.querySelector("main").replaceWith(page.querySelector("main"));
    for (const [id, value] of typed) {
      const field = document.getElementById(id);
      if (field) {
        field.value = value;
      }
    }

    document.title = page.title;
    history.replaceState(null, "", answer.redirected ? answer.url : location.href);
    scrollTo({ top: 0 });
    (document.querySelector("[role=alert]") ?? document.querySelector("#q") ?? document.querySelector("main")).focus();
  } catch {
    form.removeAttribute("aria-busy");
    if (button?.name) {
      const pressed = document.createElement("input");
      pressed.type = "hidden";
      pressed.name = button.name;
      pressed.value = button.value;
      form.append(pressed);
    }

    HTMLFormElement.prototype.submit.call(form);
  }
});

// What is wrong, or asked once more, is the first thing to be heard and read.
document.querySelector("[role=alert]")?.focus();

// The whole of a link is selected as soon as someone goes to it.
document.addEventListener("focusin", event => {
  if (event.target.matches("input.link")) {
    event.target.select();
  }
});

// Typing in the field chooses against "I don’t know", and the other way round.
document.addEventListener("input", event => {
  const field = event.target.closest("fieldset");
  if (field && event.target.matches("[name=t],[name=w]")) {
    field.querySelectorAll("input[name=a]:checked").forEach(chosen => { chosen.checked = false; });
  } else if (field && event.target.matches("[name=a]")) {
    field.querySelectorAll("input[name=w]:checked").forEach(ticked => { ticked.checked = false; });
  }
});
