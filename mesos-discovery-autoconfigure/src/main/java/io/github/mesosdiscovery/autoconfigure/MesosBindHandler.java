package io.github.mesosdiscovery.autoconfigure;

import java.util.Locale;
import java.util.Objects;

import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryProperties.ZooKeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.convert.ConverterNotFoundException;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Binds a plain value of {@code zk} to its {@code url}, and refuses unknown keys.
 * Internal.
 */
public final class MesosBindHandler extends AbstractBindHandler {

	private static final BindHandler CHECK = new ValueCheckBindHandler(BindHandler.DEFAULT);

	MesosBindHandler(BindHandler parent) {
		super(parent);
	}

	@Override
	public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		if (name.equals(ConfiguredKeys.ROOT)) {
			UnknownKeys.check(context.getSources());
		}
		return super.onStart(name, target, context);
	}

	@Override
	public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Object result) {
		Object handled = super.onSuccess(name, target, context, result);
		return (handled instanceof ZooKeeper zk) ? withPlainValue(name, context, zk) : handled;
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		if (error instanceof ConverterNotFoundException && target.getType().resolve() == ZooKeeper.class) {
			// There is a plain value and no key below it, and none below this name
			// either.
			return withPlainValue(name, context,
					context.getBinder().bindOrCreate(name.append("defaults"), Bindable.of(ZooKeeper.class), null));
		}
		return super.onFailure(name, target, context, error);
	}

	/** An empty value counts as none: a placeholder with an empty default leaves it. */
	private static ZooKeeper withPlainValue(ConfigurationPropertyName name, BindContext context, ZooKeeper zk) {
		if (ConfiguredKeys.find(context.getSources(), name) == null) {
			return zk;
		}
		String value = Objects
			.requireNonNullElse(context.getBinder().bind(name, Bindable.of(String.class), CHECK).orElse(null), "");
		String url = zk.url();
		if (url == null || (url.isBlank() && !value.isBlank())) {
			return zk.withUrl(value);
		}
		if (!value.isBlank() && !url.strip().equals(value.strip())) {
			String urlProperty = name + ".url";
			throw InvalidMesosConfigurationException.ofProperty(name.toString(),
					"it differs from '" + urlProperty
							+ "', which means the same. Set one of the two, and override it by the same name, which is "
							+ urlProperty.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT)
							+ " for an environment variable",
					urlProperty + "=" + MesosDiscoveryProperties.DEFAULT_URL, urlProperty);
		}
		return zk;
	}

	/**
	 * Registers itself to make this the handler of all properties of this library. A
	 * configuration class that several auto-configurations import would have the
	 * conditions of all of them evaluated too early.
	 */
	public static class Registrar implements ImportBeanDefinitionRegistrar, ConfigurationPropertiesBindHandlerAdvisor {

		private static final String BEAN = "mesosBindHandlerAdvisor";

		@Override
		public void registerBeanDefinitions(AnnotationMetadata importingClassMetadata,
				BeanDefinitionRegistry registry) {
			if (!registry.containsBeanDefinition(BEAN)) {
				RootBeanDefinition definition = new RootBeanDefinition(Registrar.class);
				definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
				registry.registerBeanDefinition(BEAN, definition);
			}
		}

		@Override
		public BindHandler apply(BindHandler bindHandler) {
			return new MesosBindHandler(new ValueCheckBindHandler(bindHandler));
		}

	}

}
