package com.example;

import java.util.Map;

import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.registry.ImportHttpServices;

@SpringBootApplication
@ImportHttpServices(group = "mesos", types = Application.Master.class)
public class Application {

	public static void main(String[] args) {
		SpringApplication.run(Application.class, args);
	}

	@Bean
	ApplicationRunner printState(Master master) {
		return (arguments) -> System.out.println(master.state() + " " + master.call(Map.of("type", "GET_VERSION")));
	}

	@MesosLeader
	@HttpExchange
	interface Master {

		@GetExchange("/master/state")
		Map<String, Object> state();

		@PostExchange(url = "/api/v1", accept = "application/json", contentType = "application/json")
		Map<String, Object> call(@RequestBody Map<String, Object> call);

	}

}
