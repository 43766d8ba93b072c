package com.example;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

class ClassPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.web.client.RestClient",
			"org.springframework.web.reactive.function.client.WebClient",
			"org.springframework.web.servlet.DispatcherServlet", "org.springframework.boot.web.server.WebServer",
			"org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder", "jakarta.servlet.Servlet",
			"reactor.core.publisher.Mono", "org.apache.curator.framework.recipes.cache.CuratorCache",
			"com.google.common.base.Preconditions", "com.google.protobuf.util.JsonFormat", "org.apache.mesos.Protos" })
	void bringsNothingThatItDoesNotUse(String type) {
		assertThat(ClassUtils.isPresent(type, null)).isFalse();
	}

}
