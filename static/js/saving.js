/* Forms marked [data-open-form] that htmx sends: the state of saving in words, faults shown in place, and what was typed
   kept when the session, the network or the server fails. [data-save-word] on a form names its button. */
(() => {
  "use strict";

  document.documentElement.classList.add("scripted");
  const openForm = (element) => element.closest("[data-open-form]");
  const button = () => document.querySelector("[data-save-word]")?.dataset.saveWord || "Lưu";
  const sent = () => (button() === "Lưu" ? "lưu" : "gửi");

  function say(words, failed = false) {
    const place = document.getElementById("trang-thai-luu");
    if (place) {
      place.textContent = words;
      place.classList.toggle("failed", failed);
    } else if (failed) {
      window.alert(words);
    }
  }

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.requestConfig.verb !== "get") say(`Đang ${sent()}…`);
  });
  document.addEventListener("htmx:sendError", () => {
    say(`Chưa ${sent()} được: mất kết nối. Chữ bạn gõ vẫn còn; hãy bấm ${button()} lần nữa khi có mạng.`, true);
  });
  document.addEventListener("htmx:responseError", (event) => {
    const why = { 403: "bạn không còn quyền sửa, hoặc kế hoạch đã ban hành", 404: "phần này không còn nữa" };
    if (sent() === "gửi") why[403] = "bạn không còn quyền gửi";
    const stale = event.detail.xhr.responseText.includes("data-stale-page") && `trang đã mở quá lâu; hãy bấm ${button()} lần nữa`;
    const words = stale || why[event.detail.xhr.status] || "máy chủ đang gặp sự cố";
    say(`Chưa ${sent()} được: ${words}. Chữ bạn gõ vẫn còn trên trang này.`, true);
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (xhr.responseURL && new URL(xhr.responseURL).pathname.startsWith("/tai-khoan/")) {
      event.detail.shouldSwap = false;
      say(`Chưa ${sent()} được: phiên làm việc đã hết. Hãy đăng nhập ở thẻ khác rồi bấm ${button()} lần nữa.`, true);
    } else if ([409, 410, 422].includes(xhr.status)) {
      event.detail.shouldSwap = true; // a form to look at again
      event.detail.isError = false;
      say(`Chưa ${sent()}: xem lời nhắc trong biểu mẫu.`, true);
    }
  });

  // --- What is typed and not sent is not left by mistake

  document.addEventListener("input", (event) => {
    const form = openForm(event.target);
    if (form && event.target.name !== "q") form.dataset.dirty = "yes";
  });
  document.addEventListener("submit", (event) => {
    const form = openForm(event.target);
    if (form) form.dataset.sent = "yes";
  });
  window.addEventListener("beforeunload", (event) => {
    const open = [...document.querySelectorAll("[data-open-form]")];
    if (open.some((form) => form.dataset.dirty === "yes" && !form.dataset.sent)) event.preventDefault();
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.requestConfig && openForm(event.detail.requestConfig.elt);
    if (form && !event.detail.xhr.getResponseHeader("HX-Redirect")) delete form.dataset.sent;
  });
})();
