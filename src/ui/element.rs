//! The elements of pages and components: built once, with attributes, texts and regions that follow signals.
//!
//! Uses Leptos' signals and owners, but not its `view!`, because every element, closure and list there is a type
//! of its own, and their code was two thirds of the app (ARCHITECTURE.md has the numbers). Here everything is one type,
//! and whatever follows a signal is a boxed function. Knows the DOM and signals; of the app only the marks around a name.

use crate::domain::name::MARKS;
use leptos::prelude::{IsDisposed, Owner, RenderEffect, StoredValue, document, untrack};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Comment, Element, Event, HtmlElement, HtmlInputElement, Node, Text};

/// The namespace of SVG elements.
const SVG: &str = "http://www.w3.org/2000/svg";

/// A reactive value: code that reads it follows its signals.
pub type Live<T> = Rc<dyn Fn() -> T>;
/// A callback of a component.
pub type Act<T> = Rc<dyn Fn(T)>;

/// Shows a text, or removes it.
type Show = Box<dyn Fn(Option<&str>)>;

#[wasm_bindgen]
extern "C" {
    /// An element with `scrollIntoView(options)`, which `web_sys` has only with more code.
    type Revealed;

    #[wasm_bindgen(method, js_name = scrollIntoView)]
    fn reveal(this: &Revealed, how: &JsValue);
}

/// An element under construction. A clone is the same element.
#[derive(Clone, Debug)]
pub struct El(Element);

/// A new element, such as `el("p")`.
///
/// # Panics
/// If `tag` is no element's name.
#[must_use]
pub fn el(tag: &str) -> El {
    El(document().create_element(tag).expect("the tag is a constant of ours"))
}

/// A new SVG element, such as `svg("path")`.
///
/// # Panics
/// If `tag` is no element's name.
#[must_use]
pub fn svg(tag: &str) -> El {
    El(document().create_element_ns(Some(SVG), tag).expect("the tag is a constant of ours"))
}

/// A new button with these classes that does not submit anything.
#[must_use]
pub fn button(classes: &str) -> El {
    el("button").attr("type", "button").class(classes)
}

/// A name typed by somebody, in a `bdi`: isolated from the text direction around it, and never translated.
#[must_use]
pub fn name(words: &str) -> El {
    bdi().plain_text(words)
}

/// An empty element for a name, as [`name`] makes it.
#[must_use]
pub fn bdi() -> El {
    el("bdi").attr("translate", "no")
}

/// Static parts.
impl El {
    /// An attribute. Attributes that are absent or present take an empty value.
    #[must_use]
    pub fn attr(self, name: &str, value: &str) -> Self {
        set_attribute(&self.0, name, Some(value));
        self
    }

    /// An attribute, if there is a value for it.
    #[must_use]
    pub fn attr_some(self, name: &str, value: Option<&str>) -> Self {
        set_attribute(&self.0, name, value);
        self
    }

    /// The classes, separated by spaces.
    #[must_use]
    pub fn class(self, names: &str) -> Self {
        self.attr("class", names)
    }

    /// One more class, if `on`.
    #[must_use]
    pub fn class_if(self, name: &str, on: bool) -> Self {
        set_class(&self.0, name, on);
        self
    }

    /// Inline styles, such as `height: 40%`. Not as an attribute: the page's policy refuses those.
    #[must_use]
    pub fn style(self, css: &str) -> Self {
        set_property(&self.0, "style", &css.into());
        self
    }

    /// Marks a button that is another one, or does another thing, once it was pressed: a second tap within half a second is
    /// ignored, whatever is in that place by then.
    #[must_use]
    pub fn once(self) -> Self {
        self.attr("data-once", "")
    }

    /// Marks a button as [`Self::once`] does, but allows two separate quick clicks; only a double click is ignored.
    #[must_use]
    pub fn no_double_click(self) -> Self {
        self.attr("data-once", "clicks")
    }

    /// The id, unique on the page.
    #[must_use]
    pub fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// Text at the end. A name in it, between [`MARKS`], becomes a [`name`] element.
    #[must_use]
    pub fn text(self, words: &str) -> Self {
        let [open, close] = MARKS;
        let (mut el, mut rest) = (self, words);
        while let Some((before, behind)) = rest.split_once(open) {
            let (inner, behind) = behind.split_once(close).unwrap_or((behind, ""));
            el = el.plain_text(before).child(name(inner));
            rest = behind;
        }
        el.plain_text(rest)
    }

    fn plain_text(self, words: &str) -> Self {
        let _ = self.0.append_with_str_1(words);
        self
    }

    /// A child at the end.
    #[must_use]
    pub fn child(self, Self(child): Self) -> Self {
        let _ = self.0.append_with_node_1(&child);
        self
    }

    /// Children at the end: a list or an option.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Calls `heard` at every event of this name.
    #[must_use]
    pub fn on(self, event: &str, heard: impl Fn(Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(heard));
        self
    }

    /// Calls `pressed` on a click, a tap, or a key press.
    #[must_use]
    pub fn on_click(self, pressed: impl Fn() + 'static) -> Self {
        self.on("click", move |_| pressed())
    }

    /// Appends a child to an element that is in the page already.
    pub fn add(&self, Self(child): &Self) {
        let _ = self.0.append_with_node_1(child);
    }

    /// Removes all children.
    pub fn clear(&self) {
        self.0.set_text_content(None);
    }

    /// The element itself.
    #[must_use]
    pub fn element(&self) -> &Element {
        &self.0
    }

    /// Changes an attribute of an element that is in the page already.
    pub fn set(&self, name: &str, value: &str) {
        set_attribute(&self.0, name, Some(value));
    }

    /// Sets an attribute to this value, or removes it.
    pub fn set_present(&self, name: &str, on: bool, value: &str) {
        set_attribute(&self.0, name, on.then_some(value));
    }

    /// Moves the focus here, without scrolling; does nothing if the element cannot have it.
    pub fn focus(&self) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.focus_with_options(&options);
        }
    }

    /// Moves the focus here and scrolls it into view; does nothing if the element cannot have it.
    pub fn focus_in_view(&self) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.focus();
        }
    }

    /// Clicks it; does nothing if it cannot be clicked.
    pub fn press(&self) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            element.click();
        }
    }

    /// Scrolls as little as needed to show all of it; without animation, for people who prefer less motion.
    pub fn reveal(&self) {
        let how = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&how, &"block".into(), &"nearest".into());
        self.0.unchecked_ref::<Revealed>().reveal(&how);
    }

    /// True if the attribute is present.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.has_attribute(name)
    }

    /// Wraps an existing element.
    #[must_use]
    pub fn of(there: HtmlElement) -> Self {
        Self(there.into())
    }

    /// Drops the handle of an element that is complete and in the page.
    pub fn stay(self) {}
}

/// Parts that follow signals: run at once, and again whenever a signal that was read has changed, until the region or list
/// entry that they were made in is removed.
impl El {
    /// An attribute that is absent while there is no value.
    #[must_use]
    pub fn attr_live(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        let element = self.0.clone();
        follow_value(Box::new(value), Box::new(move |value| set_attribute(&element, name, value)));
        self
    }

    /// A boolean attribute, such as `hidden` and `disabled`.
    #[must_use]
    pub fn flag_live(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.attr_live(name, move || on().then(String::new))
    }

    /// A class that is present while `on`.
    #[must_use]
    pub fn class_live(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || set_class(&element, name, on())));
        self
    }

    /// A property of the element, such as `checked` and `value`, of which attributes are only the initial values.
    #[must_use]
    pub fn prop_live<V: Into<JsValue>>(self, name: &'static str, value: impl Fn() -> V + 'static) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || set_property(&element, name, &value().into())));
        self
    }

    /// Text at the end; beside other content in a `span` of its own. No plain text may follow it in the same element: a
    /// browser's translation would join them.
    #[must_use]
    pub fn text_live(self, words: impl Fn() -> String + 'static) -> Self {
        live_text(&self.0, Box::new(move || Some(words())));
        self
    }

    /// Children at the end, built again at every change: none, one or many. The focus is restored if an
    /// element with the same id is there again. To keep some elements while others change, see [`Self::each`].
    #[must_use]
    pub fn live<C: IntoIterator<Item = El>>(self, make: impl Fn() -> C + 'static) -> Self {
        region(&self.0, Box::new(move || make().into_iter().collect()));
        self
    }

    /// A list at the end, by unique keys. An entry is built once, when its key appears, and stays the same element wherever it
    /// moves until its key is removed; `make` itself reads no signals, only what it makes does.
    #[must_use]
    pub fn each(self, keys: impl Fn() -> Vec<String> + 'static, make: impl Fn(&str) -> El + 'static) -> Self {
        list(&self.0, Box::new(keys), Box::new(make));
        self
    }
}

/// The value of the field that sent `event`.
#[must_use]
pub fn value_of(event: &Event) -> String {
    let value = |field| js_sys::Reflect::get(&field, &"value".into()).ok()?.as_string();
    event.target().map(JsValue::from).and_then(value).unwrap_or_default()
}

/// True if the checkbox that sent `event` is checked.
#[must_use]
pub fn is_checked(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).is_some_and(|field| field.checked())
}

/// Runs `act` now and whenever a signal that it read has changed, as long as the present owner lives.
pub fn follow(act: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_| act()));
}

/// As [`follow`], for a value that is shown only if it differs from the last one.
fn follow_value(read: Box<dyn Fn() -> Option<String>>, show: Show) {
    let effect = RenderEffect::new(move |last: Option<Option<String>>| {
        let value = read();
        if last.as_ref() != Some(&value) {
            show(value.as_deref());
        }
        value
    });
    StoredValue::new_local(effect);
}

fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn set_class(element: &Element, name: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(name, on);
}

fn set_property(element: &Element, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(element, &name.into(), value);
}

/// The browser keeps the function as long as the element. Its captures end with the present owner: a region removed
/// from the page may still send an event, which is then ignored.
fn listen(element: &Element, event: &str, heard: Box<dyn Fn(Event)>) {
    let alive = StoredValue::new(());
    let heard = move |event: Event| {
        if !alive.is_disposed() {
            heard(event);
        }
    };
    let heard = Closure::<dyn Fn(Event)>::new(heard).into_js_value();
    let _ = element.add_event_listener_with_callback(event, heard.unchecked_ref());
}

fn live_text(parent: &Element, words: Box<dyn Fn() -> Option<String>>) {
    let place = if parent.first_child().is_some() {
        let El(own) = el("span");
        let _ = parent.append_with_node_1(&own);
        own
    } else {
        parent.clone()
    };
    let text = document().create_text_node("");
    follow_value(words, Box::new(move |words| show_text(&place, &text, words.unwrap_or_default())));
}

/// Puts `words` at the start of `place` as `text`, instead of whatever a browser's translation made of the words
/// before: it removes text nodes and leaves `<font>` elements in their place.
fn show_text(place: &Element, text: &Text, words: &str) {
    text.set_data(words);
    let node: &Node = text;
    let mut next = place.first_child();
    while let Some(there) = next.take_if(|there| matches!(there.node_name().as_str(), "#text" | "FONT")) {
        next = there.next_sibling();
        if there != *node {
            // Every child node can be removed so, also one that is no element.
            there.unchecked_ref::<Element>().remove();
        }
    }
    if !place.contains(Some(node)) {
        let _ = place.insert_before(node, next.as_ref());
    }
}

/// A position at the end of `parent`, marked by a comment node: translations do not touch those.
fn marker(parent: &Element) -> Comment {
    let marker = document().create_comment("");
    let _ = parent.append_with_node_1(&marker);
    marker
}

/// Puts a marker that was removed from `parent` back at its end: nothing can be inserted before a node that is elsewhere.
fn keep_marker(parent: &Element, marker: &Comment) {
    if !parent.contains(Some(marker)) {
        let _ = parent.append_with_node_1(marker);
    }
}

fn region(parent: &Element, make: Box<dyn Fn() -> Vec<El>>) {
    let (parent, end) = (parent.clone(), marker(parent));
    let effect = RenderEffect::new(move |shown: Option<Vec<El>>| {
        let next = make();
        let focused = shown.as_ref().and_then(|shown| focused_id(shown));
        for old in shown.into_iter().flatten() {
            old.0.remove();
        }
        keep_marker(&parent, &end);
        for new in &next {
            let _ = parent.insert_before(&new.0, Some(&end));
        }
        if let Some(again) = focused.and_then(|id| document().get_element_by_id(&id)) {
            El(again).focus();
        }
        next
    });
    StoredValue::new_local(effect);
}

/// The id of the focused element, if it is within `shown`.
fn focused_id(shown: &[El]) -> Option<String> {
    let active = document().active_element()?;
    shown.iter().any(|el| el.0.contains(Some(&active))).then(|| active.id()).filter(|id| !id.is_empty())
}

/// An entry of a list, with the owner of everything in it.
struct Entry {
    key: String,
    element: El,
    owner: Owner,
}

fn list(parent: &Element, keys: Box<dyn Fn() -> Vec<String>>, make: Box<dyn Fn(&str) -> El>) {
    let (parent, end) = (parent.clone(), marker(parent));
    let Some(outer) = Owner::current().map(|owner| owner.downgrade()) else { return };
    let effect = RenderEffect::new(move |shown: Option<Vec<Entry>>| {
        let mut shown = shown.unwrap_or_default();
        let entry = |key: String| {
            let owner = outer.upgrade().map_or_else(Owner::new, |outer| outer.child());
            let element = untrack(|| owner.with(|| make(&key)));
            Entry { key, element, owner }
        };
        let kept = |key: String| match shown.iter().position(|entry| entry.key == key) {
            Some(at) => shown.swap_remove(at),
            None => entry(key),
        };
        let next: Vec<Entry> = keys().into_iter().map(kept).collect();
        for Entry { element, owner, .. } in shown {
            // A field that is changed and moved sends its event while its listeners still work.
            element.0.remove();
            owner.cleanup();
        }
        keep_marker(&parent, &end);
        let focused = document().active_element();
        place(&parent, &next, &end);
        // An element that is moved loses the focus.
        if let Some(focused) = focused.filter(|focused| parent.contains(Some(focused))) {
            El(focused).focus();
        }
        next
    });
    StoredValue::new_local(effect);
}

/// Puts the entries in order before `end`, without touching those already in place.
fn place(parent: &Element, entries: &[Entry], end: &Comment) {
    let mut after: Node = end.clone().into();
    for Entry { element, .. } in entries.iter().rev() {
        if element.0.next_sibling().as_ref() != Some(&after) {
            let _ = parent.insert_before(&element.0, Some(&after));
        }
        after = element.0.clone().into();
    }
}
