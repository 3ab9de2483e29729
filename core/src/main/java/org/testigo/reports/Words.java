package org.testigo.reports;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.testigo.model.Text;

/// Says a [Text] in one language. Every bundle has Spanish and English in full; there is no third
/// language to fall back to.
public final class Words {
  /// The languages that every bundle has.
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es", "MX"));

  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

  private Words(Locale locale) {
    this.locale = locale;
  }

  /// Spanish for every Spanish locale, else English.
  public static Words in(Locale locale) {
    return new Words(
        locale.getLanguage().equals("es") ? LANGUAGES.getLast() : LANGUAGES.getFirst());
  }

  public Locale locale() {
    return locale;
  }

  /// The text with its arguments, which stand in it as they are.
  ///
  /// @throws MissingResourceException when the bundle lacks it, which is a mistake of ours
  public String say(Text text) {
    var pattern = bundle(text.bundle()).getString(text.key());
    var arguments = text.arguments().stream().map(this::argument).toArray();
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /// The text of a key in the bundle of a class.
  public String say(Class<?> owner, String key, Object... arguments) {
    return say(Text.of(owner, key, arguments));
  }

  /// Whether the bundle has the key: pages have as many explanations and steps as they need.
  public boolean knows(Class<?> owner, String key) {
    return bundle(owner.getName()).containsKey(key);
  }

  private Object argument(Object argument) {
    return argument instanceof Text text ? say(text) : argument;
  }

  private ResourceBundle bundle(String name) {
    return bundles.computeIfAbsent(
        name,
        key ->
            ResourceBundle.getBundle(
                key.replace('.', '/'), locale, Words.class.getClassLoader(), EXACT));
  }
}
