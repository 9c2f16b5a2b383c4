/* Runs in the deck: starts reveal.js and adds the reading text (R). No modules, so that it works from file://. */
(function () {
  'use strict'
  var words = document.documentElement.dataset
  var panel = document.createElement('div')
  panel.className = 'reading-panel'
  panel.hidden = true
  panel.tabIndex = -1
  panel.setAttribute('role', 'region')
  panel.setAttribute('aria-label', words.reading)
  document.body.appendChild(panel)

  function fill() {
    var slide = window.Reveal.getCurrentSlide()
    var source = slide && slide.querySelector('aside.notes .reading-text')
    panel.innerHTML = source ? source.innerHTML : '<p>—</p>'
    panel.querySelectorAll('[id]').forEach(function (element) {
      element.removeAttribute('id')
    })
  }

  function toggle() {
    panel.hidden = !panel.hidden
    if (!panel.hidden) {
      fill()
      panel.focus()
    }
  }

  document.addEventListener('click', function (event) {
    var mark = event.target.closest('.note-reference a')
    if (!mark) return
    event.preventDefault()
    if (panel.hidden) toggle()
  })

  /* The step of each listing that has come last is the one whose lines stand out. */
  function stepCode() {
    var slide = window.Reveal.getCurrentSlide()
    if (!slide) return
    slide.querySelectorAll('.listing').forEach(function (listing) {
      var steps = listing.querySelectorAll('.code-step:not(.fragment), .code-step.visible')
      if (steps.length === 0) return
      var shown = steps[steps.length - 1].dataset.lines.split(' ')
      listing.querySelectorAll('.line').forEach(function (line, index) {
        line.classList.toggle('dimmed', shown.indexOf(String(index)) < 0)
      })
    })
  }

  window.Reveal.initialize({
    width: Number(words.slideWidth),
    height: Number(words.slideHeight),
    margin: 0.02,
    center: false,
    hash: true,
    controls: true,
    progress: true,
    slideNumber: 'c/t',
    transition: 'none',
    backgroundTransition: 'none',
    navigationMode: 'linear',
    pdfSeparateFragments: false,
    plugins: [window.RevealNotes, window.RevealSearch, window.RevealZoom],
  }).then(function () {
    window.Reveal.addKeyBinding({keyCode: 82, key: 'R', description: words.reading}, toggle)
    window.Reveal.on('slidechanged', fill)
    ;['slidechanged', 'fragmentshown', 'fragmenthidden'].forEach(function (event) {
      window.Reveal.on(event, stepCode)
    })
    stepCode()
    document.documentElement.dataset.ready = 'true'
  })
})()
