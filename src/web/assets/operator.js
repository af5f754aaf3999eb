// The operator's page: previews follow the screens, and keys of the keyboard press the buttons of
// the screen that was used last: Enter or right for the next line, left for the one before, + and -.
(function () {
  'use strict';
  Array.prototype.forEach.call(document.querySelectorAll('.preview[data-live]'), function (preview) {
    if (!window.EventSource) { return; }
    var source = new EventSource(preview.dataset.live);
    source.addEventListener('scene', function (event) {
      var scene = JSON.parse(event.data).scene;
      if (preview.innerHTML !== scene) { preview.innerHTML = scene; }
    });
  });

  var KEYS = { Enter: 'next', ArrowRight: 'next', ArrowLeft: 'back', '+': 'larger', '=': 'larger', '-': 'smaller' };
  var screens = document.querySelectorAll('.card.screen');
  document.addEventListener('keydown', function (event) {
    var word = KEYS[event.key];
    var target = event.target;
    if (!word || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT|BUTTON|A|SUMMARY)$/.test(target.tagName)) { return; }
    var used = null;
    try { used = document.getElementById(window.sessionStorage.getItem('minsheng-screen') || ''); } catch (e) { /* none */ }
    var button = (used || screens[0] || document).querySelector('[data-key="' + word + '"]');
    if (button) { event.preventDefault(); button.click(); }
  });
  Array.prototype.forEach.call(screens, function (screen) {
    screen.addEventListener('submit', function () {
      try { window.sessionStorage.setItem('minsheng-screen', screen.id); } catch (e) { /* none */ }
    });
  });
}());
