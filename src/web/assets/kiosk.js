// The kiosk: one page in the browser's history, whatever is opened in it; nothing kept between two
// voters. After a minute without a touch it asks, half a minute later it starts over, the slip
// unspent; five seconds after a cast it starts over too. Number keys mark the line in focus.
(function () {
  'use strict';
  var WARN = 60000, WIPE = 90000, DONE = 5000, STAY = 30000;
  var touched = Date.now(), told = Date.now(), doneAt = 0, isWiping = false, isSending = false;

  function body() { return document.body.dataset; }
  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }

  // --- one page after the other, none of them in the history
  function show(html) {
    var next = new DOMParser().parseFromString(html, 'text/html');
    document.title = next.title;
    ['lang', 'dir', 'class'].forEach(function (name) {
      document.documentElement.setAttribute(name, next.documentElement.getAttribute(name) || '');
    });
    document.documentElement.replaceChild(document.adoptNode(next.body), document.body);
    window.scrollTo(0, 0);
    begin();
    document.dispatchEvent(new Event('minsheng-page'));
  }

  function ask(url, how) {
    if (isSending) { return; }
    isSending = true;
    how.credentials = 'same-origin';
    fetch(url, how)
      .then(function (answer) { return answer.text(); })
      .then(function (html) { isSending = false; show(html); })
      .catch(function () {
        isSending = false;
        all('.offline').forEach(function (note) { note.hidden = false; });
      });
  }

  function startOver() {
    if (isWiping) { return; }
    isWiping = true;
    // The marks are gone at once, whether the server answers or not.
    var main = document.querySelector('main');
    if (main) { main.textContent = ''; }
    var again = function () {
      fetch(body().start, { credentials: 'same-origin' })
        .then(function (answer) { if (!answer.ok) { throw new Error('later'); } return answer.text(); })
        .then(function (html) { isWiping = false; show(html); })
        .catch(function () { window.setTimeout(again, 2000); });
    };
    again();
  }

  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.matches('.cast-form')) { return; }
    event.preventDefault();
    var pressed = event.submitter || document.activeElement;
    var fields = new FormData(form);
    var isButton = pressed && pressed.form === form && pressed.tagName === 'BUTTON';
    if (isButton && pressed.name) { fields.append(pressed.name, pressed.value); }
    var to = isButton && pressed.hasAttribute('formaction') ? pressed.formAction : form.action;
    ask(to, { method: 'POST', body: new URLSearchParams(fields) });
  });

  document.addEventListener('click', function (event) {
    var link = event.target.closest ? event.target.closest('a[href]') : null;
    if (!link || link.getAttribute('href').charAt(0) === '#') { return; }
    event.preventDefault();
    ask(link.href, { method: 'GET' });
  });

  // --- keys: a number marks the line in focus, Enter goes on
  function lines() { return all('.line'); }
  function current() {
    var line = document.activeElement && document.activeElement.closest ? document.activeElement.closest('.line') : null;
    return line || lines()[0] || null;
  }
  function light(line) {
    lines().forEach(function (one) { one.classList.toggle('now', one === line); });
    if (!line) { return; }
    var field = line.querySelector('input:checked, input, select');
    if (field) { field.focus({ preventScroll: true }); }
    line.scrollIntoView({ block: 'center' });
  }
  function mark(line, digit) {
    var select = line.querySelector('select');
    if (select) {
      if (digit >= select.options.length) { return; }
      select.selectedIndex = digit;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return;
    }
    var quiet = line.querySelector('.quiet-choice input');
    var loud = Array.prototype.slice.call(line.querySelectorAll('.marks > div:not(.quiet-choice) input'));
    var field = digit === 0 ? quiet : loud[digit - 1];
    if (field) { field.checked = true; field.dispatchEvent(new Event('change', { bubbles: true })); }
  }
  document.addEventListener('keydown', function (event) {
    if (!document.querySelector('.marks-form') || event.ctrlKey || event.altKey || event.metaKey) { return; }
    var line = current();
    if (/^[0-9]$/.test(event.key) && line) {
      event.preventDefault();
      mark(line, Number(event.key));
      light(line);
    } else if (event.key === 'Enter' && event.target.closest('.line')) {
      event.preventDefault();
      var next = lines()[lines().indexOf(line) + 1];
      if (next) { light(next); } else { document.getElementById('next').focus(); }
    }
  });

  // --- the pad of the start page
  function begin() {
    touched = Date.now();
    doneAt = document.querySelector('.cast-done') ? Date.now() : 0;
    var field = document.querySelector('.kiosk-start #code');
    all('.pad').forEach(function (pad) {
      pad.hidden = false;
      pad.addEventListener('click', function (event) {
        var key = event.target.dataset.type;
        if (!key) { return; }
        if (key === 'back') { field.value = field.value.slice(0, -1); }
        else if (key === 'clear') { field.value = ''; }
        else if (field.value.length < field.maxLength) { field.value += key; }
      });
    });
    if (field) { field.focus(); }
    all('.idle button').forEach(function (button) { button.addEventListener('click', touch); });
  }

  // --- idle
  function touch() {
    touched = Date.now();
    all('.idle').forEach(function (box) { box.hidden = true; });
    if (Date.now() - told > STAY && !document.querySelector('.kiosk-start')) {
      told = Date.now();
      fetch(body().stay, { method: 'POST', credentials: 'same-origin' }).catch(function () { /* the next request will tell */ });
    }
  }
  ['pointerdown', 'touchstart', 'keydown'].forEach(function (kind) { document.addEventListener(kind, touch, true); });

  window.setInterval(function () {
    var now = Date.now();
    if (doneAt) {
      if (now - doneAt >= DONE) { doneAt = 0; startOver(); }
      return;
    }
    var idle = now - touched;
    if (document.querySelector('.kiosk-start')) {
      var code = document.getElementById('code');
      if (idle >= WARN && code && (code.value || document.querySelector('.field-error'))) { startOver(); }
      return;
    }
    if (idle >= WIPE) { startOver(); return; }
    all('.idle').forEach(function (box) {
      box.hidden = idle < WARN;
      var left = box.querySelector('.left-seconds');
      if (left) { left.textContent = String(Math.ceil((WIPE - idle) / 1000)); }
    });
  }, 250);

  window.minshengKiosk = { show: show };
  begin();
}());
