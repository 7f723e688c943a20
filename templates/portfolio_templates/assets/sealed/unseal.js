"use strict";

/* Opens the document with the password. The key is made slowly, so that guessing takes long. */
{
  const told = document.getElementById("told");
  const field = document.getElementById("password");
  const say = (key) => (told.textContent = told.dataset[key]);
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

  const opened = async (password) => {
    const { rounds, salt, nonce, locked } = JSON.parse(document.getElementById("box").textContent);
    const secret = new TextEncoder().encode(password.normalize("NFKC"));
    const source = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
    const recipe = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: rounds };
    const key = await crypto.subtle.deriveKey(recipe, source, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(nonce) }, key, bytes(locked));
    return new TextDecoder().decode(text).trimEnd();
  };

  document.getElementById("shown").addEventListener("change", ({ target }) => {
    field.type = target.checked ? "text" : "password";
  });

  document.getElementById("open").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!globalThis.crypto?.subtle) return say("unable");
    say("opening");
    /* Let the words be seen before the work begins. */
    await new Promise((resolve) => setTimeout(resolve, 50));
    try {
      const text = await opened(field.value);
      document.open();
      document.write(text);
      document.close();
    } catch (error) {
      say(error.name === "OperationError" ? "wrong" : "damaged");
      field.select();
      field.focus();
    }
  });
}
