package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Property source that must not be asked for its value, which could start a container.
 */
class LazyPropertySource extends EnumerablePropertySource<String> {

	LazyPropertySource(String property) {
		super("lazy", property);
	}

	@Override
	public String[] getPropertyNames() {
		return new String[] { this.source };
	}

	@Override
	public @Nullable Object getProperty(String name) {
		if (name.equals(this.source)) {
			throw new AssertionError("'" + name + "' was evaluated");
		}
		return null;
	}

}
