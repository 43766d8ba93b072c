package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Reports a value of the wrong type without the value, which the exceptions of Spring
 * repeat, and a placeholder that Spring leaves in a value because nothing resolves it.
 * Internal.
 */
public final class MesosBindHandler extends AbstractBindHandler {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of(PropertyChecks.MAIN_PREFIX);

	MesosBindHandler(BindHandler parent) {
		super(parent);
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		try {
			return super.onFailure(name, target, context, error);
		}
		catch (Exception ex) {
			if (ex instanceof BindException || ex instanceof InvalidMesosPropertyException
					|| !PREFIX.isAncestorOf(name)) {
				throw ex;
			}
			if (ex instanceof ConversionFailedException failed) {
				checkPlaceholder(name, failed.getValue());
			}
			Class<?> type = target.getType().resolve(Object.class);
			throw new InvalidMesosPropertyException(name.toString(), reason(type, ex),
					name + ((type == Map.class) ? ".east.zk=" : "=") + example(type));
		}
	}

	@Override
	public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Object result) {
		Object handled = super.onSuccess(name, target, context, result);
		if (PREFIX.isAncestorOf(name)) {
			checkPlaceholder(name, handled);
		}
		return handled;
	}

	private static void checkPlaceholder(ConfigurationPropertyName name, @Nullable Object value) {
		if (value instanceof String text && text.contains("${")) {
			throw new InvalidMesosPropertyException(name.toString(), "it contains a placeholder that has no value",
					name + "=${NAME:default}");
		}
	}

	private static String reason(Class<?> type, Exception error) {
		if (type == Duration.class) {
			return "it is not a duration: a number with the unit ms, s, m, h or d";
		}
		if (type == Boolean.class || type == boolean.class) {
			return "it is neither true nor false";
		}
		if (type.isEnum()) {
			return "it is none of " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT))
				.collect(Collectors.joining(", "));
		}
		return "it cannot be read as " + type.getSimpleName() + " (" + error.getClass().getSimpleName() + ")";
	}

	private static String example(Class<?> type) {
		if (type == Duration.class) {
			return "10s";
		}
		if (type == Boolean.class || type == boolean.class) {
			return "true";
		}
		return type.isEnum() ? type.getEnumConstants()[0].toString().toLowerCase(Locale.ROOT)
				: MechanismProperty.DEFAULT;
	}

	/**
	 * Makes it the handler of all properties of this library.
	 */
	static class Advisor implements ConfigurationPropertiesBindHandlerAdvisor {

		@Override
		public BindHandler apply(BindHandler bindHandler) {
			return new MesosBindHandler(bindHandler);
		}

	}

	/**
	 * Registers the advisor. A configuration class that several auto-configurations
	 * import would have the conditions of all of them evaluated too early.
	 */
	public static class Registrar implements ImportBeanDefinitionRegistrar {

		private static final String BEAN = "mesosBindHandlerAdvisor";

		@Override
		public void registerBeanDefinitions(AnnotationMetadata importingClassMetadata,
				BeanDefinitionRegistry registry) {
			if (!registry.containsBeanDefinition(BEAN)) {
				RootBeanDefinition definition = new RootBeanDefinition(Advisor.class);
				definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
				registry.registerBeanDefinition(BEAN, definition);
			}
		}

	}

}
