"use strict";

// Logging in with a passkey, and adding one. Where this cannot run, the password does as well.
(() => {
  const able = part => Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON)
    && location.hostname === part.dataset.host;

  const told = sentence => Object.assign(new Error(sentence), {sentence});

  async function ask(address, fields) {
    const answer = await fetch(address, {method: "POST", body: new URLSearchParams(fields), headers: {Accept: "application/json"}});
    const question = await answer.json();
    if (!answer.ok) throw told(question.problem);
    return question;
  }

  // Fills in what the authenticator answered and sends the form as if it had been typed.
  function send(form, name, credential) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = JSON.stringify(credential.toJSON());
    form.append(field);
    form.querySelectorAll("input[type=password]").forEach(typed => { typed.disabled = true; });
    form.submit();
  }

  async function attempt(part, button, work) {
    const alert = part.querySelector("[role=alert]");
    alert.hidden = true;
    button.disabled = true;
    try {
      await work();
    } catch (problem) {
      const {cancelled, known, failed} = part.dataset;
      alert.textContent = problem.sentence
        ?? {NotAllowedError: cancelled, AbortError: cancelled, InvalidStateError: known}[problem.name]
        ?? failed;
      alert.hidden = false;
      button.disabled = false;
    }
  }

  for (const part of document.querySelectorAll("[data-passkey=login]")) {
    if (!able(part)) continue;
    part.hidden = false;
    const form = part.closest("form");
    const button = part.querySelector("button");
    button.addEventListener("click", () => attempt(part, button, async () => {
      const question = await ask("/logga-in/nyckel/fraga", {_csrf: form.elements._csrf.value});
      const credential = await navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question)});
      form.action = "/logga-in/nyckel";
      send(form, "nyckel", credential);
    }));
  }

  for (const part of document.querySelectorAll("[data-passkey=add]")) {
    if (!able(part)) continue;
    part.hidden = false;
    document.querySelector("[data-passkey=unable]").hidden = true;
    const form = part.querySelector("form");
    form.addEventListener("submit", event => {
      event.preventDefault();
      attempt(part, form.querySelector("button"), async () => {
        const question = await ask(form.action + "/fraga", new FormData(form));
        const credential = await navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question)});
        send(form, "svar", credential);
      });
    });
  }
})();
