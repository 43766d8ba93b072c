package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryProperties.ZooKeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConverterNotFoundException;

/**
 * Binds a plain value of {@code zk} to its {@code url}. Refuses values of the wrong type,
 * unintended durations and unresolved placeholders without repeating the value, as Spring
 * would.
 */
final class ValueBindHandler extends AbstractBindHandler {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(MesosDiscoveryProperties.PREFIX);

	/** A shorter one was meant as seconds: {@code 10} is 10 milliseconds. */
	private static final Duration SHORTEST = Duration.ofMillis(100);

	ValueBindHandler(BindHandler parent) {
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
			if (handled instanceof ZooKeeper zk) {
				return withPlainValue(name, context, zk);
			}
		}
		return handled;
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		if (error instanceof ConverterNotFoundException && target.getType().resolve() == ZooKeeper.class) {
			// There is only the plain value, and nothing below this name either.
			return withPlainValue(name, context,
					context.getBinder().bindOrCreate(name.append("defaults"), Bindable.of(ZooKeeper.class), null));
		}
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
			throw wrongType(name, target.getType().resolve(Object.class));
		}
	}

	/** An empty value, for example of a placeholder with an empty default, is ignored. */
	private ZooKeeper withPlainValue(ConfigurationPropertyName name, BindContext context, ZooKeeper zk) {
		if (StreamSupport.stream(context.getSources().spliterator(), false)
			.allMatch((source) -> source.getConfigurationProperty(name) == null)) {
			return zk;
		}
		String value = Objects
			.requireNonNullElse(context.getBinder().bind(name, Bindable.of(String.class), this).orElse(null), "");
		String url = zk.url();
		if (url == null || url.isBlank()) {
			return zk.withUrl(value);
		}
		if (!value.isBlank() && !url.strip().equals(value.strip())) {
			String urlProperty = name + ".url";
			throw InvalidMesosConfigurationException.ofProperties(List.of(name.toString(), urlProperty),
					"it differs from '" + urlProperty
							+ "', which means the same. Set one of the two, and override it by the same name, which is "
							+ urlProperty.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT)
							+ " for an environment variable",
					urlProperty + "=" + MesosDiscoveryProperties.DEFAULT_URL);
		}
		return zk;
	}

	private static void checkPlaceholder(ConfigurationPropertyName name, @Nullable Object value) {
		if (value instanceof String text && text.contains("${")) {
			throw invalid(name, "it contains a placeholder that has no value", "${NAME:default}");
		}
	}

	/** The value is shown, since no password is a duration. */
	private static void checkDuration(ConfigurationPropertyName name, Duration value) {
		if (value.isNegative()) {
			throw invalid(name, "it is " + value + ", but must not be negative", "10s");
		}
		if (!value.isZero() && value.compareTo(SHORTEST) < 0) {
			throw invalid(name,
					"it is " + value + ", but must not be less than 100ms; a number without a unit is milliseconds",
					"10s");
		}
	}

	private static InvalidMesosConfigurationException wrongType(ConfigurationPropertyName name, Class<?> type) {
		if (type == Duration.class) {
			return invalid(name, "it must be a duration, a number with the unit ms, s, m, h or d", "10s");
		}
		if (type == Boolean.class || type == boolean.class) {
			return invalid(name, "it must be true or false", "true");
		}
		if (type.isEnum()) {
			List<String> constants = Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT))
				.toList();
			return invalid(name, "it must be one of " + String.join(", ", constants), constants.get(0));
		}
		if (type == Map.class) {
			return InvalidMesosConfigurationException.ofProperties(List.of(name.toString()),
					"it has the names of clusters as keys, and no value itself",
					name + ".east.zk=" + MesosDiscoveryProperties.DEFAULT_URL);
		}
		return invalid(name, "it is not a " + type.getSimpleName(), MesosDiscoveryProperties.DEFAULT_URL);
	}

	private static InvalidMesosConfigurationException invalid(ConfigurationPropertyName name, String reason,
			String example) {
		return InvalidMesosConfigurationException.ofProperty(name.toString(), reason, example);
	}

}
