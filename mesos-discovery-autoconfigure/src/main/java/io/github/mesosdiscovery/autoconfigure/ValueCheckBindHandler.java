package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.convert.ConversionFailedException;

/**
 * Refuses values of the wrong type, durations that cannot be intended, and placeholders
 * that Spring leaves in a value because nothing resolves them. A refused value is not
 * repeated, as the exceptions of Spring would.
 */
final class ValueCheckBindHandler extends AbstractBindHandler {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(MesosDiscoveryProperties.PREFIX);

	/** What is shorter was meant as seconds: {@code 10} are 10 milliseconds. */
	private static final Duration SHORTEST = Duration.ofMillis(100);

	ValueCheckBindHandler(BindHandler parent) {
		super(parent);
	}

	@Override
	public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Object result) {
		Object handled = super.onSuccess(name, target, context, result);
		if (ROOT.isAncestorOf(name)) {
			checkPlaceholder(name, handled);
			if (handled instanceof Duration duration) {
				checkDuration(name, duration);
			}
		}
		return handled;
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		try {
			return super.onFailure(name, target, context, error);
		}
		catch (Exception ex) {
			if (ex instanceof BindException || ex instanceof InvalidMesosConfigurationException
					|| !ROOT.isAncestorOf(name)) {
				throw ex;
			}
			if (ex instanceof ConversionFailedException failed) {
				checkPlaceholder(name, failed.getValue());
			}
			throw unreadable(name, target.getType().resolve(Object.class));
		}
	}

	private static void checkPlaceholder(ConfigurationPropertyName name, @Nullable Object value) {
		if (value instanceof String text && text.contains("${")) {
			throw invalid(name, "it contains a placeholder that has no value", "=${NAME:default}");
		}
	}

	/** It can be shown, since no password can be read as a duration. */
	private static void checkDuration(ConfigurationPropertyName name, Duration value) {
		if (value.isNegative() || (!value.isZero() && value.compareTo(SHORTEST) < 0)) {
			throw invalid(name, "it is " + value + ", but must not be "
					+ (value.isNegative() ? "negative" : "less than 100ms; a number without a unit is milliseconds"),
					"=10s");
		}
	}

	private static InvalidMesosConfigurationException unreadable(ConfigurationPropertyName name, Class<?> type) {
		if (type == Duration.class) {
			return invalid(name, "it is not a duration: a number with the unit ms, s, m, h or d", "=10s");
		}
		if (type == Boolean.class || type == boolean.class) {
			return invalid(name, "it is neither true nor false", "=true");
		}
		if (type.isEnum()) {
			List<String> constants = Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT))
				.toList();
			return invalid(name, "it is none of " + String.join(", ", constants), "=" + constants.get(0));
		}
		return invalid(name, "it is not a " + type.getSimpleName(),
				((type == Map.class) ? ".east.zk=" : "=") + MesosDiscoveryProperties.DEFAULT_URL);
	}

	private static InvalidMesosConfigurationException invalid(ConfigurationPropertyName name, String reason,
			String example) {
		return InvalidMesosConfigurationException.ofProperty(name.toString(), reason, name + example);
	}

}
